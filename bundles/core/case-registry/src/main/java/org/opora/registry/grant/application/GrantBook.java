package org.opora.registry.grant.application;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.duties.spi.FirstContactLaw.Code;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.grant.spi.GrantLaw;
import org.opora.api.grant.spi.GrantLaw.Band;
import org.opora.api.grant.spi.GrantLaw.Cap;
import org.opora.api.grant.spi.GrantLaw.Terms;
import org.opora.api.text.Text;
import org.opora.registry.grant.domain.Twelfths;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the law packs say about the contribution; they come and go. */
@Component(service = GrantBook.class)
public class GrantBook {
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<GrantLaw> laws = List.of();

  /** For the container. */
  public GrantBook() {}

  public GrantBook(List<GrantLaw> laws) {
    this.laws = List.copyOf(laws);
  }

  /** How the months of an agreement are reckoned, with the marks as they are now. */
  Twelfths twelfths(Marks marks) {
    return new Twelfths(
        all(GrantLaw::amounts).stream().map(one -> marked(marks, one)).toList(),
        all(GrantLaw::begunMonthCounts).stream().map(one -> marked(marks, one)).toList());
  }

  private <T> Parameter<T> marked(Marks marks, Parameter<T> one) {
    return new Parameter<>(
        one.value(),
        one.from(),
        one.until(),
        one.paragraph(),
        one.source(),
        marks.of(figures(), one));
  }

  /** Every figure, as the page of the law shows them. */
  List<LawFigure> figures() {
    return all(GrantLaw::figures);
  }

  /** The first year of which a law says what belongs to an agreement; empty when none does. */
  public Optional<Integer> firstYear() {
    return amounts().stream().map(one -> one.from().getYear()).min(Comparator.naturalOrder());
  }

  /** What belongs to an agreement for a year. */
  List<Parameter<GrantLaw.Amount>> amounts() {
    return all(GrantLaw::amounts);
  }

  /** The bands that hold on 1 January. */
  public List<Band> bands(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return all(GrantLaw::bands).stream().filter(band -> band.dated().holdsOn(first)).toList();
  }

  /** Caps that hold on the day. */
  public List<Cap> caps(LocalDate day, boolean share) {
    return all(GrantLaw::caps).stream()
        .filter(cap -> cap.share() == share && cap.most().holdsOn(day))
        .toList();
  }

  Optional<Cap> cap(String code, LocalDate day, boolean share) {
    return caps(day, share).stream().filter(cap -> cap.code().equals(code)).findFirst();
  }

  /** How a recorded cap reads; a sentence of the house while its pack is away. */
  Text capWords(String code) {
    return all(GrantLaw::caps).stream()
        .filter(cap -> cap.code().equals(code))
        .findFirst()
        .map(Cap::title)
        .orElseGet(() -> Refusals.text("grant.law-away"));
  }

  /** What the contribution does not pay on the day, with the marks as they are now. */
  List<Code> notPaid(LocalDate day, Marks marks) {
    List<LawFigure> figures = figures();
    return GrantLaw.on(all(GrantLaw::notPaid), day).map(Parameter::value).orElse(List.of()).stream()
        .map(
            code ->
                figures.stream()
                    .filter(one -> one.value().equals(code.text()))
                    .findFirst()
                    .map(one -> marks.of(figures, one.dated()))
                    .map(trust -> new Code(code.code(), code.text(), code.paragraph(), trust))
                    .orElse(code))
        .toList();
  }

  /** The figure that warns of paying a carer back on that day; empty without one. */
  public Optional<Parameter<Boolean>> refundDiscouraged(LocalDate day) {
    return GrantLaw.on(all(GrantLaw::refundDiscouraged), day).filter(Parameter::value);
  }

  /** Days of the contribution for the year. */
  public Optional<Parameter<Terms>> terms(int year) {
    return GrantLaw.on(all(GrantLaw::terms), LocalDate.of(year, 1, 1));
  }

  /** By when the end of an agreement is reported; null when no law says. */
  LocalDate reportBy(LocalDate lastDay) {
    return GrantLaw.on(all(GrantLaw::reportWithin), lastDay)
        .map(days -> lastDay.plusDays(days.value()))
        .orElse(null);
  }

  /** Codes of what follows from the end of an agreement and is the report of it. */
  public Set<String> reportFollowUps() {
    return packs().flatMap(law -> law.reportFollowUp().stream()).collect(Collectors.toSet());
  }

  /** By when the rest of the year is returned; null when no law says. */
  LocalDate returnBy(int year) {
    return nextYear(year, Terms::returned);
  }

  /** By when the spending of the year is accounted for; null when no law says. */
  public LocalDate overviewBy(int year) {
    return nextYear(year, Terms::overview);
  }

  private LocalDate nextYear(int year, Function<Terms, MonthDay> day) {
    return terms(year).map(terms -> day.apply(terms.value()).atYear(year + 1)).orElse(null);
  }

  private <T> List<T> all(Function<GrantLaw, List<T>> part) {
    return packs().flatMap(law -> part.apply(law).stream()).toList();
  }

  private Stream<GrantLaw> packs() {
    return laws.stream().sorted(Comparator.comparing(GrantLaw::id));
  }
}
