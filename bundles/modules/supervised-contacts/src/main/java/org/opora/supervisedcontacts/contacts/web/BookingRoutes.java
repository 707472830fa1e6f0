package org.opora.supervisedcontacts.contacts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.Ids;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.BookingOffers;
import org.opora.supervisedcontacts.contacts.application.Bookings;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.ContactViews;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.application.SeriesDesk;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.plans.application.PlanReader;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.web.ContactFields;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Booking contacts from a plan: one, many, or one at another time. */
@Component
public final class BookingRoutes implements RouteSet {
  private static final String PLAN = SupervisedContactsModule.HOME + "/plans/{plan}";
  private static final String CONTACTS = SupervisedContactsModule.HOME + "/contacts/";
  private static final String CONTACT = CONTACTS + "{contact}";
  private final Bookings bookings;
  private final SeriesDesk series;
  private final ContactViews contacts;
  private final BookingPages pages;

  @Activate
  public BookingRoutes(
      @Reference PlanReader plans,
      @Reference Bookings bookings,
      @Reference SeriesDesk series,
      @Reference BookingOffers offers,
      @Reference ContactReader reader,
      @Reference ContactViews contacts,
      @Reference Messages messages) {
    this.bookings = bookings;
    this.series = series;
    this.contacts = contacts;
    this.pages = new BookingPages(plans, offers, reader, contacts, messages);
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(PLAN + "/book", SupervisedContactsModule.WRITE, this::blank),
        Route.post(PLAN + "/contacts", SupervisedContactsModule.WRITE, this::book),
        Route.page(PLAN + "/series", SupervisedContactsModule.WRITE, this::blankSeries),
        Route.post(PLAN + "/series", SupervisedContactsModule.WRITE, this::bookSeries),
        Route.page(CONTACT + "/edit", SupervisedContactsModule.WRITE, this::edit),
        Route.post(CONTACT + "/edit", SupervisedContactsModule.WRITE, this::change));
  }

  private Reply.Page blank(Request request) {
    return pages.booking(request, plan(request), Told.NOTHING);
  }

  private PlanView plan(Request request) {
    return pages.plan(request, new PlanId(request.id("plan")));
  }

  private Reply book(Request request) {
    Viewer viewer = request.viewer();
    PlanView plan = plan(request);
    Form form = request.form();
    BookingForm read = new BookingForm(form);
    NewContact wanted = read(read, viewer, plan);
    return Told.look(
        form,
        () -> bookings.against(viewer, null, wanted),
        () -> {
          ContactId contact = bookings.book(viewer, wanted, read.because());
          return Reply.to(CONTACTS + contact, text("book.done"));
        },
        told -> pages.booking(request, plan, told).status(422));
  }

  private static NewContact read(BookingForm form, Viewer viewer, PlanView plan) {
    return form.read(new PlanId(plan.row().id()), plan.row().minutes(), viewer.zone());
  }

  private Reply edit(Request request) {
    ContactView contact = contact(request);
    return pages.change(request, contact, planOf(request, contact), Told.NOTHING);
  }

  private ContactView contact(Request request) {
    return contacts.view(request.viewer(), new ContactId(request.id("contact")));
  }

  private PlanView planOf(Request request, ContactView contact) {
    return pages.plan(request, new PlanId(contact.row().plan()));
  }

  private Reply change(Request request) {
    Viewer viewer = request.viewer();
    ContactView contact = contact(request);
    PlanView plan = planOf(request, contact);
    Form form = request.form();
    BookingForm read = new BookingForm(form);
    NewContact typed = read(read, viewer, plan);
    NewContact wanted =
        typed == null
            ? null
            : typed.of(
                contact.children().stream().map(part -> new PlanId(part.row().plan())).toList());
    ContactId id = new ContactId(contact.row().id());
    return Told.look(
        form,
        () -> bookings.against(viewer, id, wanted),
        () -> {
          bookings.change(viewer, id, form.version(), wanted, read.because());
          return Reply.to(CONTACTS + id, text("book.changed"));
        },
        told -> pages.change(request, contact, plan, told).status(422));
  }

  private Reply blankSeries(Request request) {
    return pages.series(request, plan(request), Ids.next(), List.of());
  }

  private Reply bookSeries(Request request) {
    Viewer viewer = request.viewer();
    PlanView plan = plan(request);
    Form form = request.form();
    BookingForm read = new BookingForm(form);
    NewContact typed = read(read, viewer, plan);
    SeriesDesk.When when = read.when();
    UUID key = Optional.ofNullable(ContactFields.key(form.raw("series"))).orElseGet(Ids::next);
    if (form.valid() && form.checked("check")) {
      return form.attempt(
          () ->
              pages
                  .series(request, plan, key, series.look(viewer, typed.in(key), when))
                  .status(422),
          again -> pages.series(request, plan, key, List.of()).status(422));
    }
    return form.attempt(
        () ->
            Reply.page(
                "series-made",
                Map.of(
                    "plan",
                    plan,
                    "days",
                    series.make(viewer, typed.in(key), when, read.because()))),
        again -> pages.series(request, plan, key, List.of()).status(422));
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
