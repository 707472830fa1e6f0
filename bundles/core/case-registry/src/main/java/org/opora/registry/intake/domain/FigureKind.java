package org.opora.registry.intake.domain;

/** What a centre sets for itself. */
public enum FigureKind {
  /** For how many agreements there are places. */
  PLACES,
  /** Working days to answer a carer's request for a service. */
  REQUEST_DAYS,
  /** Working days to the first response, by urgency. */
  URGENT_DAYS,
  SOON_DAYS,
  CALM_DAYS,
  /** Years for which a first contact that came to nothing is kept. */
  CONTACT_YEARS
}
