package org.opora.supervisedcontacts.demo.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.Ids;
import org.opora.supervisedcontacts.contacts.application.Bookings;
import org.opora.supervisedcontacts.contacts.application.Cancellations;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.application.Whom;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.meeting.application.MeetingDesk;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts of made-up children: booked where nothing stands in the way, and what became of them.
 */
@Component(service = DemoMeetings.class)
public final class DemoMeetings {
  private static final int BOOKED_BEFORE = 8;
  private static final int WAITED = 20;

  /** After the hours that other pages of the made-up calendar take. */
  private static final List<LocalTime> HOURS = List.of(LocalTime.of(14, 30), LocalTime.of(15, 30));

  private final Bookings bookings;
  private final ContactViews views;
  private final Contacts contacts;
  private final Cancellations cancellations;
  private final MeetingDesk desk;
  private final PlanReader plans;
  private final Rooms rooms;

  @Activate
  public DemoMeetings(
      @Reference Bookings bookings,
      @Reference ContactViews views,
      @Reference Contacts contacts,
      @Reference Cancellations cancellations,
      @Reference MeetingDesk desk,
      @Reference PlanReader plans,
      @Reference Rooms rooms) {
    this.bookings = bookings;
    this.views = views;
    this.contacts = contacts;
    this.cancellations = cancellations;
    this.desk = desk;
    this.plans = plans;
    this.rooms = rooms;
  }

  /** A contact that was booked, and who assists at it. */
  public record Booked(Scene scene, ContactId id, Viewer assists, Slot slot) {
    /** Whoever assists, so long after it has begun. */
    public Viewer after(Duration later) {
      return scene.at(assists, slot.start().plus(later));
    }

    public LocalDate day() {
      return LocalDate.ofInstant(slot.start(), assists.zone());
    }
  }

  /**
   * Books where and when nothing stands in the way; nothing when something stands in every way.
   *
   * @param who books
   * @param ids plans of the children, who meet everybody whom all of the plans allow
   * @param day before today it was booked some days before it
   * @param outside where it is; null for a room of the house
   */
  public Optional<Booked> books(
      Scene scene, Viewer who, List<PlanId> ids, LocalDate day, Place outside) {
    boolean past = day.isBefore(scene.today());
    Viewer booker = past ? scene.at(who, day.minusDays(BOOKED_BEFORE)) : who;
    int minutes = plans.view(who, ids.get(0)).row().minutes();
    Set<PlanPersonId> expected = expected(who, ids);
    for (LocalTime from : HOURS) {
      Instant start = scene.moment(day, from);
      Slot slot = new Slot(start, start.plus(Duration.ofMinutes(minutes)));
      for (Place place : outside == null ? inTheHouse() : List.of(outside)) {
        for (Viewer assists : scene.colleagues()) {
          NewContact wanted =
              new NewContact(ids, null, slot, place, null, assists.staff(), expected, null, null);
          if (!bookings.against(booker, null, wanted).stands()) {
            ContactId id = bookings.book(booker, wanted, null);
            return Optional.of(new Booked(scene, id, assists, slot));
          }
        }
      }
    }
    return Optional.empty();
  }

  private List<Place> inTheHouse() {
    return rooms.inUse().stream().map(room -> Place.in(room.id())).toList();
  }

  private Set<PlanPersonId> expected(Viewer who, List<PlanId> ids) {
    return ids.stream()
        .flatMap(id -> plans.view(who, id).allowed().stream())
        .map(PlanView.Person::id)
        .collect(Collectors.toSet());
  }

  private ContactView view(Booked booked) {
    return views.view(booked.scene().cast().director(), booked.id());
  }

  /** Everybody came, and it was written down afterwards. */
  public void held(Booked booked) {
    ContactView view = view(booked);
    Set<ContactChildId> children =
        view.children().stream().map(ContactView.Part::id).collect(Collectors.toSet());
    Set<PlanPersonId> people =
        view.people().stream().map(ContactView.Met::id).collect(Collectors.toSet());
    contacts.held(
        booked.after(Duration.ofHours(2)),
        booked.id(),
        view.row().version(),
        new Contacts.There(children, people, null),
        Contacts.Lasted.AS_PLANNED,
        null);
  }

  /**
   * A note while a meeting goes on.
   *
   * @param minute of the meeting
   */
  public record Note(int minute, StepKind kind, String words) {}

  /**
   * Everybody came in time, and it was written down while it went on.
   *
   * @param stopped why it was ended with the last note; null when it lasted until its end
   */
  public void noted(Booked booked, List<Note> notes, String stopped) {
    List<Whom> all = everybody(view(booked));
    desk.arrived(booked.after(Duration.ofMinutes(-5)), booked.id(), all);
    desk.begin(booked.after(Duration.ZERO), booked.id(), null, null);
    for (Note note : notes) {
      desk.note(
          booked.after(Duration.ofMinutes(note.minute())),
          booked.id(),
          Ids.next(),
          note.kind(),
          Set.of(),
          note.words());
    }
    if (stopped != null) {
      Duration last = Duration.ofMinutes(notes.get(notes.size() - 1).minute() + 1L);
      desk.stop(booked.after(last), booked.id(), Ids.next(), stopped);
      return;
    }
    Duration whole = Duration.ofMinutes(booked.slot().minutes());
    desk.end(booked.after(whole), booked.id());
    desk.left(booked.after(whole.plusMinutes(4)), booked.id(), all);
  }

  private static List<Whom> everybody(ContactView view) {
    List<Whom> all = new ArrayList<>();
    view.children().forEach(part -> all.add(Whom.child(part.id())));
    view.people().forEach(one -> all.add(Whom.person(one.id())));
    return all;
  }

  /**
   * @param before how long before it the centre was told
   * @param reaction of the child when it was told
   */
  public void cancelled(
      Booked booked, CancelledBy by, Duration before, String reason, String reaction) {
    Scene scene = booked.scene();
    Instant told = booked.slot().start().minus(before);
    Viewer worker = scene.at(scene.worker(), told.plusSeconds(60));
    cancellations.cancel(
        worker,
        booked.id(),
        view(booked).row().version(),
        new Cancellations.Cancellation(by, told, reason, new StaffEffort(30, 0)));
    tell(booked, scene.at(scene.worker(), told.plus(Duration.ofHours(3))), reaction);
  }

  /** It was waited in vain for those whom the child was to meet. */
  public void missed(Booked booked, String words, String reaction) {
    ContactView view = view(booked);
    Set<ContactChildId> children = new HashSet<>();
    view.children().forEach(part -> children.add(part.id()));
    cancellations.missed(
        booked.after(Duration.ofMinutes(WAITED + 5L)),
        booked.id(),
        view.row().version(),
        new Cancellations.NoShow(children, Set.of(), WAITED, words, new StaffEffort(60, 0)));
    tell(booked, booked.after(Duration.ofMinutes(40)), reaction);
  }

  private void tell(Booked booked, Viewer teller, String reaction) {
    for (ContactView.Part part : view(booked).children()) {
      cancellations.tell(
          teller,
          part.id(),
          part.version(),
          new Cancellations.Told(
              Teller.CARER, teller.now().minusSeconds(300), Telling.IN_PERSON, reaction));
    }
  }

  /** Keys of what the contact is for each of its children. */
  List<ContactChildId> lines(Booked booked) {
    return view(booked).children().stream().map(ContactView.Part::id).toList();
  }
}
