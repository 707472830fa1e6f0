package org.opora.registry.course.contributions;

import java.util.Comparator;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.care.Visits.VisitLine;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When somebody of the centre met the family; nothing of what was said. */
@Component(service = ReportSection.class)
public final class VisitsSection extends RegistrySection {
  private static final int PLACE = 100;
  private final Visits visits;

  @Activate
  public VisitsSection(@Reference Visits visits, @Reference Messages messages) {
    super("visits", PLACE, Scope.FAMILY, Visits.READ, messages);
    this.visits = visits;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    List<VisitLine> met =
        every(after -> visits.of(viewer, wanted.file(), after, PAGE))
            .takeWhile(line -> !line.on().isBefore(wanted.from()))
            .filter(line -> line.counts() && wanted.covers(line.on()))
            .sorted(Comparator.comparing(VisitLine::on))
            .toList();
    if (met.isEmpty()) {
      return null;
    }
    long unannounced = met.stream().filter(line -> !line.announced()).count();
    return all(
        say(wanted.language(), "course.visits", met.size(), unannounced),
        items(
            met.stream()
                .map(
                    line ->
                        say(
                            wanted.language(),
                            line.announced() ? "course.visit" : "course.visit.unannounced",
                            line.on(),
                            say(wanted.language(), "place." + line.place())))));
  }
}
