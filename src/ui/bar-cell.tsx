/** A bar in a table cell, beside the number that says the same. `pace` is where an even pace would be. */
export function BarCell({ share, pace }: { share: number; pace?: number }) {
  return (
    <div className="bar-cell">
      <svg width="100%" height="10" aria-hidden="true">
        <rect className="track" width="100%" height="10" />
        <rect className="fill" width={percent(share)} height="10" />
        {pace === undefined ? null : (
          <line className="pace" x1={percent(pace)} x2={percent(pace)} y1="-2" y2="12" />
        )}
      </svg>
    </div>
  );
}

function percent(share: number): string {
  return `${(Math.min(Math.max(share, 0), 1) * 100).toFixed(1)}%`;
}
