package org.opora.registry.course.contributions;

import java.util.Comparator;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.ledgers.application.Ledger;
import org.opora.registry.ledgers.application.RespiteLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All-day care of a child that gave its carers a rest: of this child and of no other one. */
@Component(service = ReportSection.class)
public final class RespiteSection extends RegistrySection {
  private static final int PLACE = 400;
  private final RespiteLedger ledger;

  @Activate
  public RespiteSection(@Reference RespiteLedger ledger, @Reference Messages messages) {
    super("respite", PLACE, Scope.CHILD, Ledger.READ, messages);
    this.ledger = ledger;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    List<RespiteLedger.NewRespite> had =
        every(after -> ledger.page(viewer, wanted.file(), after, PAGE))
            .filter(line -> line.mark().counts())
            .map(RespiteLedger.Line::text)
            .filter(one -> one.child().equals(wanted.child()))
            .filter(one -> wanted.touches(one.first(), one.last()))
            .map(one -> within(wanted, one))
            .sorted(Comparator.comparing(RespiteLedger.NewRespite::first))
            .toList();
    return had.isEmpty()
        ? null
        : all(
            say(
                wanted.language(),
                "course.respite",
                had.stream().mapToLong(RespiteLedger.NewRespite::days).sum()),
            items(
                had.stream()
                    .map(
                        one ->
                            say(
                                wanted.language(),
                                "course.respite.entry",
                                one.first(),
                                one.last(),
                                one.days()))));
  }

  /** A stay over the border of two periods is told in each as far as it is of it. */
  private static RespiteLedger.NewRespite within(Wanted wanted, RespiteLedger.NewRespite one) {
    return new RespiteLedger.NewRespite(
        one.child(),
        one.carers(),
        one.first().isBefore(wanted.from()) ? wanted.from() : one.first(),
        one.last().isAfter(wanted.until()) ? wanted.until() : one.last(),
        null,
        null);
  }
}
