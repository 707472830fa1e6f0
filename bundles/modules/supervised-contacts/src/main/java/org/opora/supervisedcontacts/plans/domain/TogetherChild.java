package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;

/**
 * One of the siblings of a group. The others may live with another family, and need not have a plan
 * yet: the decision names them all the same.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "TOGETHER_CHILD")
public class TogetherChild {
  @Id private UUID id;
  private UUID together;
  private UUID child;

  protected TogetherChild() {}

  public TogetherChild(TogetherId together, PersonId child) {
    this.id = Ids.next();
    this.together = together.value();
    this.child = child.value();
  }

  public TogetherId together() {
    return new TogetherId(together);
  }

  public PersonId child() {
    return new PersonId(child);
  }
}
