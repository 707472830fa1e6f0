package org.opora.registry.staff.domain;

/** What an entry of the training account is. */
public enum TrainingKind {
  TRAINING,
  SUPERVISION
}
