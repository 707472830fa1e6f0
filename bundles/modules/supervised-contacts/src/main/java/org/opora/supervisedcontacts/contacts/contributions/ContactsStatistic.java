package org.opora.supervisedcontacts.contacts.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.ChildFileId;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.persistence.ContactCounting;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts planned, held and cancelled. For how many children they were, and how long they took,
 * the house counts by itself from what they prove.
 */
@Component(service = Statistic.class)
public final class ContactsStatistic implements Statistic {
  private static final int PLACE = 25;
  private static final String PLANNED = "planned";
  private static final String HELD = "held";
  private static final String CANCELLED = "cancelled";
  private final Transactions transactions;
  private final ContactReader contacts;

  @Activate
  public ContactsStatistic(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference ContactReader contacts) {
    this.transactions = transactions;
    this.contacts = contacts;
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
    List<Line> all = new ArrayList<>();
    all.add(new Line("statistic.planned", Weight.TOTAL, ContactCounting.planned(PLANNED, period)));
    all.add(
        new Line(
            "statistic.held",
            Weight.PLAIN,
            ContactCounting.planned(HELD, period).in(ContactState.HELD)));
    all.add(
        new Line(
            "statistic.nobody",
            Weight.PART,
            ContactCounting.planned(HELD + ".nobody", period).nobodyCame()));
    all.add(
        new Line(
            "statistic.cancelled",
            Weight.PLAIN,
            ContactCounting.planned(CANCELLED, period).in(ContactState.CANCELLED)));
    for (CancelledBy who : CancelledBy.values()) {
      all.add(
          new Line(
              "cancelled-by." + who,
              Weight.PART,
              ContactCounting.planned(CANCELLED + "." + who, period).cancelledBy(who)));
    }
    all.add(
        new Line(
            "statistic.open",
            Weight.PLAIN,
            ContactCounting.planned("open", period).in(ContactState.PLANNED)));
    return List.of(
        new Outline("contacts", List.of("count"), all),
        new Outline(
            "forms",
            List.of(PLANNED, HELD, CANCELLED),
            Arrays.stream(ContactForm.values()).map(form -> form(period, form)).toList()));
  }

  private static Line form(Period period, ContactForm form) {
    String code = "form." + form + ".";
    return new Line(
        "form." + form,
        Weight.PLAIN,
        ContactCounting.planned(code + PLANNED, period).of(form),
        ContactCounting.planned(code + HELD, period).of(form).in(ContactState.HELD),
        ContactCounting.planned(code + CANCELLED, period).of(form).in(ContactState.CANCELLED));
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
    return contacts.these(viewer, keys).stream().map(line -> shown(viewer, line)).toList();
  }

  private static Shown shown(Viewer viewer, ContactReader.Line line) {
    ContactRow row = line.row();
    return new Shown(
        row.id(),
        text("state." + row.state()),
        line.childName() == null ? null : line.childName().listed(),
        LocalDate.ofInstant(row.start(), viewer.zone()),
        "/m/" + SupervisedContactsModule.ID + "/contacts/" + row.id(),
        List.of(Subject.of(new ChildFileId(row.childFile()))));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
