package org.opora.supervisedcontacts.evaluations.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** An evaluation of the contacts of a plan. */
public record EvaluationId(UUID value) implements Id {
  public EvaluationId {
    Objects.requireNonNull(value);
  }

  public static EvaluationId next() {
    return new EvaluationId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
