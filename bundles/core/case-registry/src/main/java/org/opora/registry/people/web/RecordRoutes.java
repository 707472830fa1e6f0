package org.opora.registry.people.web;

import java.util.List;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.people.application.PersonRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to what is known of a person over time. It is read on the page of the person. */
@Component
public final class RecordRoutes implements RouteSet {
  private final NameForms names;
  private final AddressForms addresses;
  private final ReachForms reach;
  private final SecrecyForms secrecy;
  private final LanguageForms languages;

  @Activate
  public RecordRoutes(
      @Reference People people, @Reference PersonRecord record, @Reference Messages messages) {
    RecordFrame frame = new RecordFrame(people);
    names = new NameForms(frame, record, messages);
    addresses = new AddressForms(frame, record, messages);
    reach = new ReachForms(frame, record, messages);
    secrecy = new SecrecyForms(frame, people, record, messages);
    languages = new LanguageForms(frame, record, messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String person = "/people/{person}";
    String name = person + "/names/{name}";
    String address = person + "/addresses/{address}";
    String way = person + "/reach/{way}";
    String entry = person + "/secrecy/{entry}";
    return List.of(
        form(person + "/names/new", People.WRITE, names::blank),
        save(person + "/names/new", People.WRITE, names::add),
        form(name + "/edit", People.WRITE, names::edit),
        save(name + "/edit", People.WRITE, names::amend),
        save(name + "/remove", People.WRITE, names::remove),
        form(person + "/addresses/new", People.WRITE, addresses::blank),
        save(person + "/addresses/new", People.WRITE, addresses::add),
        form(person + "/addresses/now", People.WRITE, addresses::present),
        save(person + "/addresses/now", People.WRITE, addresses::correct),
        form(address + "/edit", People.WRITE, addresses::edit),
        save(address + "/edit", People.WRITE, addresses::amend),
        save(address + "/remove", People.WRITE, addresses::remove),
        form(person + "/reach/new", People.WRITE, reach::blank),
        save(person + "/reach/new", People.WRITE, reach::add),
        Route.post(person + "/reach/aside", People.WRITE, reach::setAside),
        form(way + "/edit", People.WRITE, reach::edit),
        save(way + "/edit", People.WRITE, reach::amend),
        save(way + "/remove", People.WRITE, reach::remove),
        form(person + "/secrecy/new", People.WRITE, secrecy::blank),
        save(person + "/secrecy/new", People.WRITE, secrecy::add),
        form(entry + "/edit", People.WRITE, secrecy::edit),
        save(entry + "/edit", People.WRITE, secrecy::amend),
        save(entry + "/remove", People.WRITE, secrecy::remove),
        form(person + "/languages", People.WRITE, languages::edit),
        save(person + "/languages", People.WRITE, languages::save));
  }

  private static Route form(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler);
  }

  /** The use case records the change; a form shown again is recorded as a read besides. */
  private static Route save(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.READ);
  }
}
