package org.opora.registry.standards.persistence;

import java.util.List;
import org.opora.registry.shared.persistence.Tables;
import org.opora.registry.standards.domain.AssessedCriterion;
import org.opora.registry.standards.domain.AssessmentProof;
import org.opora.registry.standards.domain.AssessmentRound;
import org.opora.registry.standards.domain.Improvement;
import org.opora.registry.standards.domain.InternalRule;
import org.opora.registry.standards.domain.RuleForCarer;
import org.opora.registry.standards.domain.RuleReader;
import org.opora.registry.standards.domain.RuleVersion;
import org.opora.registry.standards.domain.StandardCriterion;

/** The tables of self-assessment and of internal rules. */
public final class StandardsTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              StandardCriterion.class,
              AssessmentRound.class,
              AssessedCriterion.class,
              AssessmentProof.class,
              Improvement.class,
              InternalRule.class,
              RuleVersion.class,
              RuleReader.class,
              RuleForCarer.class),
          List.of("RULE_FOR_CARER.PERSON"),
          List.of("RULE_FOR_CARER.FILE"));

  private StandardsTables() {}
}
