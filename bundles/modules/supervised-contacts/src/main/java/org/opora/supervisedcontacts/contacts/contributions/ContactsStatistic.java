package org.opora.supervisedcontacts.contacts.contributions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactLine;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.MissedBy;
import org.opora.supervisedcontacts.contacts.persistence.ContactCounting;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts planned, held, cancelled and missed; the children and the people of the registry who
 * met, each once, and for how long.
 */
@Component(service = Statistic.class)
public final class ContactsStatistic implements Statistic {
  private static final int PLACE = 25;
  private static final String PLANNED = "planned";
  private static final String HELD = "held";
  private static final String CANCELLED = "cancelled";
  private static final String MISSED = "missed";
  private static final String CHILDREN = "children";
  private static final String ADULTS = "adults";
  private final Transactions transactions;
  private final ContactReader contacts;
  private final People people;

  @Activate
  public ContactsStatistic(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference ContactReader contacts,
      @Reference People people) {
    this.transactions = transactions;
    this.contacts = contacts;
    this.people = people;
  }

  @Override
  public String id() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public Text title() {
    return text("statistic.title");
  }

  @Override
  public Text explained() {
    return text("statistic.how");
  }

  @Override
  public String permission() {
    return SupervisedContactsModule.READ;
  }

  /** A table before it is counted. */
  private record Outline(String code, List<String> columns, List<Line> lines) {}

  /**
   * @param countings one for each column
   */
  private record Line(Text title, Weight weight, List<ContactCounting> countings) {
    Line(String title, Weight weight, ContactCounting... countings) {
      this(text(title), weight, List.of(countings));
    }
  }

  private static List<Outline> outlines(Period period) {
    return List.of(
        new Outline("contacts", List.of("count"), outcomes(period)),
        new Outline("people", List.of("count"), people(period)),
        new Outline(
            "forms",
            List.of(PLANNED, HELD, CANCELLED, MISSED),
            Arrays.stream(ContactForm.values()).map(form -> form(period, form)).toList()));
  }

  private static List<Line> outcomes(Period period) {
    ContactCounting planned = ContactCounting.planned(PLANNED, period);
    List<Line> all = new ArrayList<>();
    all.add(new Line("statistic.planned", Weight.TOTAL, planned));
    all.add(new Line("statistic.held", Weight.PLAIN, planned.called(HELD).held()));
    all.add(
        new Line(
            "statistic.stopped",
            Weight.PART,
            planned.called(HELD + ".stopped").in(ContactState.STOPPED)));
    all.add(
        new Line(
            "statistic.cancelled",
            Weight.PLAIN,
            planned.called(CANCELLED).in(ContactState.CANCELLED)));
    for (CancelledBy who : CancelledBy.values()) {
      all.add(
          new Line(
              "cancelled-by." + who,
              Weight.PART,
              planned.called(CANCELLED + "." + who).cancelledBy(who)));
    }
    all.add(
        new Line(
            "statistic.missed", Weight.PLAIN, planned.called(MISSED).in(ContactState.NO_SHOW)));
    for (MissedBy who : MissedBy.values()) {
      all.add(
          new Line(
              "missed-by." + who, Weight.PART, planned.called(MISSED + "." + who).missedBy(who)));
    }
    all.add(
        new Line("statistic.open", Weight.PLAIN, planned.called("open").in(ContactState.PLANNED)));
    return all;
  }

  private static List<Line> people(Period period) {
    ContactCounting planned = ContactCounting.planned(PLANNED, period);
    return List.of(
        new Line("statistic.children", Weight.PLAIN, planned.called(CHILDREN).children()),
        new Line("statistic.adults", Weight.PLAIN, planned.called(ADULTS).adults()),
        new Line("statistic.time", Weight.PLAIN, planned.called("time").time()));
  }

  private static Line form(Period period, ContactForm form) {
    String code = "form." + form + ".";
    ContactCounting planned = ContactCounting.planned(code + PLANNED, period).of(form);
    return new Line(
        "form." + form,
        Weight.PLAIN,
        planned,
        planned.called(code + HELD).held(),
        planned.called(code + CANCELLED).in(ContactState.CANCELLED),
        planned.called(code + MISSED).in(ContactState.NO_SHOW));
  }

  @Override
  public List<Table> count(Period period) {
    return transactions.read(
        em ->
            outlines(period).stream()
                .map(
                    outline ->
                        new Table(
                            outline.code(),
                            text("statistic.table." + outline.code()),
                            outline.columns().stream()
                                .map(column -> text("statistic.column." + column))
                                .toList(),
                            outline.lines().stream()
                                .map(
                                    line ->
                                        new Table.Row(
                                            line.title(),
                                            line.weight(),
                                            line.countings().stream()
                                                .map(one -> one.figure(em))
                                                .toList()))
                                .toList(),
                            0))
                .toList());
  }

  @Override
  public List<Counted> counted(Period period, String figure, UUID after, int limit) {
    return outlines(period).stream()
        .flatMap(outline -> outline.lines().stream())
        .flatMap(line -> line.countings().stream())
        .filter(one -> one.code().equals(figure))
        .findFirst()
        .map(one -> transactions.read(em -> one.list(em, after, limit)))
        .orElseThrow(NotFound::new);
  }

  @Override
  public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
    return figure.equals(CHILDREN) || figure.equals(ADULTS)
        ? people(viewer, keys)
        : contacts(viewer, keys);
  }

  private List<Shown> people(Viewer viewer, Collection<UUID> keys) {
    return people.names(viewer, keys.stream().map(PersonId::new).toList()).entrySet().stream()
        .map(
            one ->
                new Shown(
                    one.getKey().value(),
                    null,
                    one.getValue().listed(),
                    null,
                    "/people/" + one.getKey(),
                    List.of(Subject.of(one.getKey()))))
        .toList();
  }

  /** Each once: with the names of those of its children whom the viewer may see. */
  private List<Shown> contacts(Viewer viewer, Collection<UUID> keys) {
    Map<UUID, List<ContactLine>> byContact =
        contacts.these(viewer, keys).stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.row().id(), LinkedHashMap::new, Collectors.toList()));
    return byContact.values().stream().map(ContactsStatistic::shown).toList();
  }

  private static Shown shown(List<ContactLine> lines) {
    ContactRow row = lines.get(0).row();
    String names =
        lines.stream()
            .map(ContactLine::childName)
            .filter(Objects::nonNull)
            .map(PersonName::listed)
            .collect(Collectors.joining("; "));
    return new Shown(
        row.id(),
        text("state." + row.state()),
        names.isEmpty() ? null : names,
        row.day(),
        SupervisedContactsModule.HOME + "/contacts/" + row.id(),
        lines.stream()
            .map(line -> Subject.of(new ChildFileId(line.row().childFile())))
            .distinct()
            .toList());
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
