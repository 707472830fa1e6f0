package org.opora.registry.plans.domain;

/** Whose plan it is: of a child's stay (criterion 10c), or of a carer's education (10d). */
public enum PlanKind {
  STAY,
  EDUCATION
}
