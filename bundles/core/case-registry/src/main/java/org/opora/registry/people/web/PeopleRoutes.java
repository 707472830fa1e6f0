package org.opora.registry.people.web;

import java.util.List;
import org.opora.api.people.People;
import org.opora.api.safety.Safety;
import org.opora.api.search.SearchIndex;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.people.application.EntryPairs;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.application.PersonRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to people and to the search. */
@Component
public final class PeopleRoutes implements RouteSet {
  private final SearchPages search;
  private final PersonPages pages;
  private final PersonForms forms;
  private final BesidePages beside;

  @Activate
  public PeopleRoutes(
      @Reference People people,
      @Reference KnownPeople known,
      @Reference EntryPairs pairs,
      @Reference SearchIndex index,
      @Reference Messages messages,
      @Reference Safety safety,
      @Reference PersonTiles tiles,
      @Reference PersonRecord record) {
    search = new SearchPages(people, index);
    pages = new PersonPages(people, safety, tiles, new RecordSection(record, messages));
    forms = new PersonForms(people, known, new Known(known, messages));
    beside = new BesidePages(people, pairs);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page("/search", People.READ, search::start).audited(Route.Audit.NONE),
        // Posted so that no name is in an address; it changes nothing and shows people.
        Route.post("/search", People.READ, search::search).audited(Route.Audit.READ),
        Route.page("/search/{search}", People.READ, search::show),
        Route.page("/search/{search}/export", People.READ, search::export),
        Route.page("/people", People.READ, pages::list),
        Route.page("/people/export", People.READ, pages::export),
        Route.page("/people/new", People.WRITE, forms::blank).audited(Route.Audit.NONE),
        // May show people who could be the same, so it is recorded as a read besides the write of
        // the use case.
        Route.post("/people/new", People.WRITE, forms::create).audited(Route.Audit.READ),
        Route.page("/people/{person}", People.READ, pages::show),
        Route.page("/people/{person}/edit", People.WRITE, forms::edit),
        Route.post("/people/{person}/edit", People.WRITE, forms::save).audited(Route.Audit.READ),
        Route.page("/people/{person}/beside/{other}", People.WRITE, beside::show),
        Route.post("/people/{person}/beside/{other}/one", People.WRITE, beside::one),
        Route.post("/people/{person}/beside/{other}/two", People.WRITE, beside::two),
        Route.post("/people/{person}/beside/{other}/apart", People.WRITE, beside::apart));
  }
}
