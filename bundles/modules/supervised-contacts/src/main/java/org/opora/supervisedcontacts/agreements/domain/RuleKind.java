package org.opora.supervisedcontacts.agreements.domain;

/** What an agreement on contact rules, in the order of the paper. */
public enum RuleKind {
  ARRIVAL,
  LATENESS,
  GIFTS,
  FOOD,
  PHOTOS,
  PHONES,
  TOPICS,
  LEAVING,
  SUBSTANCES,
  STOPPING
}
