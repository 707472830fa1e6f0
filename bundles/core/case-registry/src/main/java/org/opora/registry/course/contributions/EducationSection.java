package org.opora.registry.course.contributions;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.ledgers.application.EducationLedger;
import org.opora.registry.ledgers.application.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Training of the carers in the period, each as a person. */
@Component(service = ReportSection.class)
public final class EducationSection extends RegistrySection {
  private static final int PLACE = 200;
  private final EducationLedger ledger;

  @Activate
  public EducationSection(@Reference EducationLedger ledger, @Reference Messages messages) {
    super("education", PLACE, Scope.FAMILY, Ledger.READ, messages);
    this.ledger = ledger;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    Map<String, List<EducationLedger.NewEducation>> had =
        every(after -> ledger.page(viewer, wanted.file(), after, PAGE))
            .filter(line -> line.mark().counts() && line.name() != null)
            .filter(line -> wanted.covers(line.text().on()))
            .collect(
                Collectors.groupingBy(
                    line -> line.name().spoken(),
                    TreeMap::new,
                    Collectors.mapping(EducationLedger.Line::text, Collectors.toList())));
    return all(
        had.entrySet().stream()
            .map(one -> of(wanted, one.getKey(), one.getValue()))
            .toArray(String[]::new));
  }

  private String of(Wanted wanted, String name, List<EducationLedger.NewEducation> had) {
    BigDecimal hours =
        had.stream()
            .map(EducationLedger.NewEducation::hours)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return all(
        say(wanted.language(), "course.education", name, hours),
        items(
            had.stream()
                .sorted(Comparator.comparing(EducationLedger.NewEducation::on))
                .map(
                    one ->
                        say(
                            wanted.language(),
                            "course.education.entry",
                            one.on(),
                            one.topic(),
                            one.hours(),
                            say(wanted.language(), "education.form." + one.form())))));
  }
}
