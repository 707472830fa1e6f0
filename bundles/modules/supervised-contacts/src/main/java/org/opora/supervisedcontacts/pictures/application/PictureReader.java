package org.opora.supervisedcontacts.pictures.application;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.pictures.domain.PictureGuest;
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

  @Activate
  public PictureReader(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference Choices choices) {
    this.transactions = transactions;
    this.sealed = new SealedTexts(keys);
    this.door = new ContactDoor(access, people);
    this.people = people;
    this.choices = choices;
  }

  /**
   * @param childName null when the viewer may not see the name
   */
  public record View(
      ChildFileId childFile, PersonId child, PersonName childName, PictureMonth month) {}

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
          List<PictureVisit> visits =
              rows.lines().stream()
                  .map(line -> visit(viewer, line, guests.getOrDefault(line.child(), List.of())))
                  .toList();
          return new View(
              file,
              child,
              people.names(viewer, List.of(child)).get(child),
              PictureMonth.of(month, viewer.today(), visits));
        });
  }

  private Map<UUID, List<PictureGuest>> guests(PictureQueries rows, ChildFileId file) {
    Choices.Spoken kin = choices.all(Kin.LIST);
    return rows.guests().stream()
        .sorted(Comparator.comparingInt(one -> kin.place(one.kin())))
        .collect(
            Collectors.groupingBy(
                PictureQueries.Guest::child,
                Collectors.mapping(
                    one ->
                        new PictureGuest(
                            one.kin(),
                            sealed.open(file, SealedTexts.NAME, one.person(), one.name())),
                    Collectors.toList())));
  }

  private static PictureVisit visit(
      Viewer viewer, PictureQueries.Line line, List<PictureGuest> guests) {
    return new PictureVisit(
        line.day(),
        LocalTime.ofInstant(line.start(), viewer.zone()),
        place(line),
        fate(line.state()),
        guests);
  }

  private static Place place(PictureQueries.Line line) {
    return switch (line.form()) {
      case PHONE_OR_VIDEO -> Place.PHONE;
      case LETTER -> Place.LETTER;
      case SUPERVISED, ASSISTED_HANDOVER, UNSUPERVISED ->
          line.room() == null ? Place.OUTSIDE : Place.HOUSE;
    };
  }

  private static Fate fate(ContactState state) {
    if (state == ContactState.PLANNED) {
      return Fate.COMING;
    }
    return state.tookPlace() ? Fate.WAS : Fate.NOT;
  }
}
