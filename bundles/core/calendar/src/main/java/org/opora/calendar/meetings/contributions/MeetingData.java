package org.opora.calendar.meetings.contributions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.meetings.application.MeetingDesk;
import org.opora.calendar.meetings.domain.Meeting;
import org.opora.calendar.meetings.domain.MeetingState;
import org.opora.calendar.meetings.persistence.MeetingQueries;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Meetings somebody was invited to. Those in the calendar are told with all appointments; here are
 * those that never got their time. The words of a meeting may speak of others, so somebody looks at
 * each before it is handed out.
 */
@Component
public final class MeetingData implements PersonDataOwner {
  private static final String LABEL = "extract.meeting";
  private final Transactions tx;

  @Activate
  public MeetingData(@Reference(target = "(opora.unit=calendar)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public long count(Set<PersonId> person) {
    return with(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return with(person).stream()
        .filter(one -> one.state() == MeetingState.OPEN)
        .map(one -> new Fact(Texts.of(LABEL), ""))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return with(person).stream()
        .map(one -> new Review(Texts.of(LABEL), one.id(), MeetingDesk.HOME + one.id()))
        .toList();
  }

  private List<Meeting> with(Set<PersonId> person) {
    return tx.read(em -> new MeetingQueries(em).with(keys(person)));
  }

  /** The meeting stays, for the others who were there. */
  @Override
  public void erase(Set<PersonId> person) {
    tx.run(em -> new MeetingQueries(em).forget(keys(person)));
  }

  private static Set<UUID> keys(Set<PersonId> person) {
    return person.stream().map(PersonId::value).collect(Collectors.toSet());
  }
}
