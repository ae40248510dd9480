/** Where the thing lies that a task, a search result or a line of the home is about. */
export const addressOf = {
  idea: (id: string) => `/ideas/${id}`,
  case: (id: string) => `/pre-registrations/${id}`,
  consultation: (id: string) => `/consultations/${id}`,
  initiative: (id: string) => `/initiatives/${id}`,
  filing: (id: string) => `/filings/${id}`,
  requisition: (id: string) => `/requisitions/${id}`,
  /** Where a granted part is claimed, or its call-off written down. */
  newRequisition: (partId: string) => `/requisitions/new?part=${partId}`,
};
