package org.opora.supervisedcontacts.person.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactLine;
import org.opora.supervisedcontacts.contacts.application.ContactReader;
import org.opora.supervisedcontacts.person.application.ContactsOfPerson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tile on the page of a person. */
@Component
public final class PersonRoutes implements RouteSet {
  private final ContactsOfPerson contacts;

  @Activate
  public PersonRoutes(@Reference ContactsOfPerson contacts) {
    this.contacts = contacts;
  }

  @Override
  public String module() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(
                SupervisedContactsModule.HOME + "/people/{person}/tile",
                SupervisedContactsModule.READ,
                this::tile)
            .about(request -> Subject.of(person(request))));
  }

  private Reply tile(Request request) {
    ContactsOfPerson.Around around = contacts.of(request.viewer(), person(request));
    ContactReader.Nearest nearest = around.contacts();
    Stream.of(nearest.next(), nearest.last())
        .filter(Objects::nonNull)
        .forEach(line -> shows(request, line));
    around
        .reports()
        .forEach(
            report ->
                request.shows(
                    Subject.of(report.whose().childFile()), Subject.of(report.whose().child())));
    return Reply.page("person-tile", Map.of("around", around));
  }

  private static void shows(Request request, ContactLine line) {
    request.shows(
        Subject.of(new ChildFileId(line.row().childFile())),
        Subject.of(new PersonId(line.row().child())));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.id("person"));
  }
}
