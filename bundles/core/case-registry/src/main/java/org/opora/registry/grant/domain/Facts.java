package org.opora.registry.grant.domain;

import java.util.List;
import org.opora.api.files.CareKind;

/**
 * What decides how much belongs to an agreement.
 *
 * @param agreement days on which it is in force
 * @param children stays of children in the family, one list a child
 * @param earlier agreements of the same family before this one
 * @param dependent days on which a child of the family depends on care in a degree that counts,
 *     within its stay
 */
public record Facts(
    CareKind kind,
    Span agreement,
    List<Span> earlier,
    List<List<Span>> children,
    List<Span> dependent) {
  public Facts {
    earlier = List.copyOf(earlier);
    children = children.stream().map(List::copyOf).toList();
    dependent = List.copyOf(dependent);
  }
}
