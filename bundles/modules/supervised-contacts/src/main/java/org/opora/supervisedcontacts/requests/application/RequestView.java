package org.opora.supervisedcontacts.requests.application;

import java.time.LocalDate;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.requests.domain.Asker;
import org.opora.supervisedcontacts.requests.domain.Channel;
import org.opora.supervisedcontacts.requests.domain.RequestId;
import org.opora.supervisedcontacts.requests.domain.RequestState;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * A request as pages show it.
 *
 * @param childName null when the viewer may not see the name
 * @param person null when it is nobody of the register, or the viewer may not see them
 * @param name of who asked; null for the child itself
 * @param wish null when the viewer reads no words
 * @param doBy last working day not after {@code answerBy}; null when that is one itself
 * @param overdue whether it is open and its day is over
 * @param plan null unless a plan was made
 */
public record RequestView(
    RequestId id,
    long version,
    ChildOfFile whose,
    PersonName childName,
    Asker asker,
    PersonId person,
    BodyId body,
    String name,
    LocalDate on,
    Channel channel,
    String wish,
    LocalDate answerBy,
    LocalDate doBy,
    boolean overdue,
    RequestState state,
    PlanId plan,
    LocalDate decidedOn,
    String decidedBy,
    String reason,
    String by,
    boolean opened) {
  public boolean open() {
    return state == RequestState.OPEN;
  }
}
