package org.opora.supervisedcontacts.observations.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.observations.application.ReportData;
import org.opora.supervisedcontacts.observations.domain.ReportId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reports on the contacts of a child, and copies of such reports that somebody got. The extract
 * says of which day; what stands in them speaks of others, and whoever got one learns of a child,
 * so each is looked at before it is handed out.
 */
@Component
public final class ReportsPersonData implements PersonDataOwner {
  private static final Text REPORT = text("person-data.report");
  private static final Text COPY = text("person-data.report-copy");
  private final ReportData data;

  @Activate
  public ReportsPersonData(@Reference ReportData data) {
    this.data = data;
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }

  @Override
  public long count(Set<PersonId> person) {
    ReportData.Kept kept = data.kept(person);
    return kept.reports().size() + kept.copies().size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    ReportData.Kept kept = data.kept(person);
    return Stream.concat(
            kept.reports().stream().map(row -> fact(REPORT, row.contactOn())),
            kept.copies().stream().map(row -> fact(COPY, row.madeOn())))
        .toList();
  }

  private static Fact fact(Text label, LocalDate on) {
    return new Fact(label, on.toString());
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    ReportData.Kept kept = data.kept(person);
    return Stream.concat(
            kept.reports().stream().map(row -> new Review(REPORT, row.key(), page(row.id()))),
            kept.copies().stream()
                .map(row -> new Review(COPY, row.id().value(), page(row.report()))))
        .toList();
  }

  private static String page(ReportId report) {
    return SupervisedContactsModule.HOME + "/reports/" + report;
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }
}
