package org.opora.supervisedcontacts.meeting.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.meeting.domain.MeetingStep;
import org.opora.supervisedcontacts.meeting.persistence.MeetingQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What notes of meetings hold about a child, for the child's own extract and for the end of the
 * records. Whoever asks decides who may.
 */
@Component(service = MeetingData.class)
public final class MeetingData {
  private final Transactions transactions;

  @Activate
  public MeetingData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions) {
    this.transactions = transactions;
  }

  /** From the earliest. */
  public List<MeetingStep> of(Set<PersonId> child) {
    return transactions.read(em -> new MeetingQueries(em).ofChild(keys(child)));
  }

  /** Every word goes; that something was noted stays, and tells of nobody. */
  public void forget(Set<PersonId> child) {
    transactions.run(
        em -> new MeetingQueries(em).ofChild(keys(child)).forEach(MeetingStep::forget));
  }

  private static List<UUID> keys(Set<PersonId> child) {
    return child.stream().map(PersonId::value).toList();
  }
}
