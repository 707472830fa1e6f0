package org.opora.supervisedcontacts.pictures.application;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.pictures.domain.PictureGuest;
import org.opora.supervisedcontacts.pictures.domain.PictureHelper;
import org.opora.supervisedcontacts.pictures.domain.PictureMonth;
import org.opora.supervisedcontacts.pictures.domain.PictureVisit;
import org.opora.supervisedcontacts.pictures.domain.PictureVisit.Fate;
import org.opora.supervisedcontacts.pictures.domain.PictureVisit.Place;
import org.opora.supervisedcontacts.pictures.persistence.PictureQueries;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.plans.persistence.PlanRow;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.SealedTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A month of a child's contacts as the child reads it. */
@Component(service = PictureReader.class)
public final class PictureReader {
  private final Transactions transactions;
  private final SealedTexts sealed;
  private final ContactDoor door;
  private final People people;
  private final Choices choices;
  private final Staff staff;
  private final PictureFigures figures;

  @Activate
  public PictureReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Choices choices,
      @Reference Staff staff,
      @Reference Settings settings) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.choices = choices;
    this.staff = staff;
    this.figures = new PictureFigures(settings);
  }

  /**
   * @param childName null when the viewer may not see the name
   * @param siblings whose names of the register it shows
   */
  public record View(
      ChildFileId childFile,
      PersonId child,
      PersonName childName,
      PictureMonth month,
      Set<PersonId> siblings) {
    public View {
      siblings = Set.copyOf(siblings);
    }
  }

  /**
   * All contacts of the child in this family, by whichever plan.
   *
   * @param id one of the child's plans there
   * @throws NotFound when the viewer may not know of the plan
   */
  public View month(Viewer viewer, PlanId id, YearMonth month) {
    return transactions.read(
        em -> {
          PlanRow plan = PlanQueries.plan(em, id.value());
          if (plan == null) {
            throw new NotFound();
          }
          ChildFileId file = new ChildFileId(plan.childFile());
          PersonId child = new PersonId(plan.child());
          door.require(
              viewer, SupervisedContactsModule.READ, new CaseFileId(plan.caseFile()), file, child);
          PictureQueries rows = new PictureQueries(em, plan, month.atDay(1), month.atEndOfMonth());
          Map<UUID, List<PictureGuest>> guests = guests(rows, file);
          DrawnSiblings.Drawn siblings =
              new DrawnSiblings(em, sealed, people).of(viewer, file, rows);
          siblings
              .guests()
              .forEach((line, some) -> guests.merge(line, some, PictureReader::together));
          List<PictureQueries.Line> lines = rows.lines();
          boolean named = figures.namesHelpers(viewer.today());
          Map<StaffId, String> names = helpers(lines);
          List<PictureVisit> visits =
              lines.stream()
                  .map(
                      line ->
                          visit(
                              viewer,
                              line,
                              guests.getOrDefault(line.child(), List.of()),
                              helper(line, named, names)))
                  .toList();
          return new View(
              file,
              child,
              people.names(viewer, List.of(child)).get(child),
              PictureMonth.of(month, viewer.today(), visits),
              siblings.named());
        });
  }

  private static List<PictureGuest> together(List<PictureGuest> some, List<PictureGuest> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private Map<StaffId, String> helpers(List<PictureQueries.Line> lines) {
    return staff.names(
        lines.stream().map(line -> new StaffId(line.facilitator())).collect(Collectors.toSet()));
  }

  /** Nobody of the centre is with a child that is alone with its visitor, or writes. */
  private static PictureHelper helper(
      PictureQueries.Line line, boolean named, Map<StaffId, String> names) {
    return switch (line.form()) {
      case UNSUPERVISED, LETTER -> null;
      case SUPERVISED, ASSISTED_HANDOVER, PHONE_OR_VIDEO ->
          named
              ? PictureHelper.called(names.get(new StaffId(line.facilitator())))
              : PictureHelper.drawn();
    };
  }

  private Map<UUID, List<PictureGuest>> guests(PictureQueries rows, ChildFileId file) {
    Choices.Spoken kin = choices.all(Kin.LIST);
    return rows.guests().stream()
        .sorted(Comparator.comparingInt(one -> kin.place(one.kin())))
        .collect(
            Collectors.groupingBy(
                PictureQueries.Guest::child,
                HashMap::new,
                Collectors.mapping(
                    one ->
                        new PictureGuest(
                            one.kin(),
                            sealed.open(file, SealedTexts.NAME, one.person(), one.name())),
                    Collectors.toList())));
  }

  private static PictureVisit visit(
      Viewer viewer, PictureQueries.Line line, List<PictureGuest> guests, PictureHelper helper) {
    Fate fate = fate(line);
    return new PictureVisit(
        line.day(),
        LocalTime.ofInstant(line.start(), viewer.zone()),
        place(line),
        fate,
        guests,
        fate == Fate.NOT ? null : helper);
  }

  private static Place place(PictureQueries.Line line) {
    return switch (line.form()) {
      case PHONE_OR_VIDEO -> Place.PHONE;
      case LETTER -> Place.LETTER;
      case SUPERVISED, ASSISTED_HANDOVER, UNSUPERVISED ->
          line.room() == null ? Place.OUTSIDE : Place.HOUSE;
    };
  }

  /** A contact of siblings was none for the one who was not there. */
  private static Fate fate(PictureQueries.Line line) {
    if (line.state() == ContactState.PLANNED) {
      return Fate.COMING;
    }
    return line.state().tookPlace() && !Boolean.FALSE.equals(line.present()) ? Fate.WAS : Fate.NOT;
  }
}
