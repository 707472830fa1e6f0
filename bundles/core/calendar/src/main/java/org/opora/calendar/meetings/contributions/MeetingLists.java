package org.opora.calendar.meetings.contributions;

import java.util.List;
import org.opora.api.choices.spi.ChoiceList;
import org.opora.api.choices.spi.ChoiceList.Entry;
import org.opora.api.choices.spi.ChoiceLists;
import org.opora.api.persistence.Transactions;
import org.opora.calendar.meetings.application.MeetingKinds;
import org.opora.calendar.meetings.persistence.MeetingQueries;
import org.opora.calendar.shared.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What meetings there are: a list that each centre makes its own. */
@Component
public final class MeetingLists implements ChoiceLists {
  private final Transactions tx;

  @Activate
  public MeetingLists(@Reference(target = "(opora.unit=calendar)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public List<ChoiceList> lists() {
    return List.of(
        ChoiceList.own(
            MeetingKinds.LIST,
            Texts.of("meeting.kinds"),
            Texts.of("meeting.kinds.where"),
            MeetingKinds.FIRST.stream()
                .map(code -> Entry.of(code, Texts.of("meeting.kind." + code)))
                .toList(),
            code -> tx.read(em -> new MeetingQueries(em).ofKind(code))));
  }
}
