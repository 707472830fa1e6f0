package org.opora.registry.intake.application;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.duties.spi.FirstContactLaw;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.LawPacks;
import org.opora.registry.shared.application.LawfulDays;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the law packs say about first contact. */
@Component(service = ContactLaw.class)
public final class ContactLaw {
  private final LawPacks installed;

  @Activate
  public ContactLaw(@Reference LawPacks installed) {
    this.installed = installed;
  }

  /** Services a carer may ask for on the day. */
  public List<Code> rights(LocalDate day) {
    return packs().flatMap(law -> FirstContactLaw.on(law.rights(), day).stream()).toList();
  }

  /** Reasons for which an agreement may be refused on the day. */
  public List<Code> grounds(LocalDate day) {
    return packs().flatMap(law -> FirstContactLaw.on(law.refusalGrounds(), day).stream()).toList();
  }

  /** Words of a recorded code; a sentence of the house while its pack is away. */
  public Text words(String code) {
    return packs()
        .flatMap(law -> Stream.of(law.rights(), law.refusalGrounds()))
        .flatMap(lists -> FirstContactLaw.named(lists, code).stream())
        .findFirst()
        .map(Code::text)
        .orElseGet(() -> Refusals.text("intake.law-away"));
  }

  /** Last day for the return on that year; empty when no pack knows. */
  public Optional<LocalDate> returnDue(int year) {
    return yearlyReturn(year).map(one -> one.value().atYear(year + 1));
  }

  /** What the law says of the return on that year: the figure of its last day. */
  Optional<Parameter<MonthDay>> yearlyReturn(int year) {
    LocalDate end = LocalDate.of(year, 12, 31);
    return packs()
        .flatMap(law -> law.yearlyReturn().stream())
        .filter(one -> one.holdsOn(end))
        .findFirst();
  }

  /** Every figure of the packs. */
  List<LawFigure> figures() {
    return packs().flatMap(law -> law.figures().stream()).toList();
  }

  /**
   * The day that is so many working days after this one; with none, the day itself, also a free
   * one.
   */
  LocalDate after(LocalDate from, int workingDays) {
    return new LawfulDays(installed).after(from, workingDays);
  }

  private Stream<FirstContactLaw> packs() {
    return installed.contacts().stream().sorted(Comparator.comparing(FirstContactLaw::id));
  }
}
