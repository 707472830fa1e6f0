package org.opora.supervisedcontacts.meeting.contributions;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.meeting.application.MeetingData;
import org.opora.supervisedcontacts.meeting.domain.MeetingStep;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notes of a child's meetings. The extract says on which day there are some; what stands in them
 * speaks of those whom the child met, so each is looked at before it is handed out.
 */
@Component
public final class MeetingPersonData implements PersonDataOwner {
  private final MeetingData data;

  @Activate
  public MeetingPersonData(@Reference MeetingData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.of(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return data.of(person).stream().map(row -> new Fact(label(row), day(row))).toList();
  }

  /** By the universal clock: nobody asks here where the centre is, and the note says it exactly. */
  private static String day(MeetingStep row) {
    return row.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return data.of(person).stream()
        .map(
            row ->
                new Review(
                    label(row),
                    row.key(),
                    SupervisedContactsModule.HOME + "/contacts/" + row.contact() + "/meeting"))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }

  private static Text label(MeetingStep row) {
    return Text.of(SupervisedContactsModule.ORIGIN, "person-data.step." + row.kind());
  }
}
