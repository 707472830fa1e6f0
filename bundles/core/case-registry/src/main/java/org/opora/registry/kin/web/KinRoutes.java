package org.opora.registry.kin.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.kin.application.HouseholdDesk;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.PictureDesk;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.web.Known;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to relatives, households, genogram and the picture of stays. */
@Component
public final class KinRoutes implements RouteSet {
  private static final String PERSON = "/people/{person}";
  private static final String FILE = "/files/{file}";
  private final KinPages pages;
  private final KinForms forms;
  private final HouseholdForms households;
  private final PicturePages pictures;

  @Activate
  public KinRoutes(
      @Reference CaseFrame frame,
      @Reference People people,
      @Reference KnownPeople register,
      @Reference CaseFiles files,
      @Reference KinDesk kin,
      @Reference HouseholdDesk homes,
      @Reference PictureDesk drawn,
      @Reference Messages messages) {
    Near near = new Near(people, files, kin, messages);
    pages = new KinPages(people, kin, homes, frame);
    forms = new KinForms(people, kin, near, new Known(register, messages), messages);
    households = new HouseholdForms(people, homes, kin, near);
    pictures = new PicturePages(people, drawn, frame);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    return Stream.of(reading(), relatives(), households()).flatMap(List::stream).toList();
  }

  private List<Route> reading() {
    return List.of(
        Route.page(PERSON + "/kin", People.READ, pages::show),
        Route.page(PERSON + "/kin/tile", People.READ, pages::tile),
        Route.page(PERSON + "/kin/export", People.READ, pages::export),
        Route.page(PERSON + "/households/export", People.READ, pages::exportHomes),
        Route.page(PERSON + "/genogram", People.READ, pictures::ofPerson),
        Route.page(PERSON + "/stays", People.READ, pictures::staysOfChild),
        Route.page(PERSON + "/stays/export", People.READ, pictures::exportOfChild),
        Route.page(FILE + "/family", CaseFiles.READ, pages::ofFile),
        Route.page(FILE + "/genogram", CaseFiles.READ, pictures::ofFile),
        Route.page(FILE + "/stays", CaseFiles.READ, pictures::staysInFile),
        Route.page(FILE + "/stays/export", CaseFiles.READ, pictures::exportInFile));
  }

  private List<Route> relatives() {
    String all = PERSON + "/kin";
    String one = all + "/{tie}";
    return List.of(
        form(all + "/new", forms::blank),
        change(all + "/new", forms::tie),
        // Posted so that no name is in an address; it changes nothing and shows people.
        change(all + "/find", forms::find),
        form(all + "/sex", forms::sexForm),
        change(all + "/sex", forms::sex),
        form(one + "/edit", forms::edit),
        change(one + "/edit", forms::amend),
        form(one + "/end", forms::ending),
        change(one + "/end", forms::end),
        form(one + "/rhythm", forms::rhythm),
        change(one + "/rhythm", forms::stateRhythm),
        form(one + "/rhythm/end", forms::endingRhythm),
        change(one + "/rhythm/end", forms::endRhythm),
        change(one + "/rhythm/withdraw", forms::withdrawRhythm),
        form(one + "/strike", forms::striking),
        change(one + "/strike", forms::strike));
  }

  private List<Route> households() {
    String all = PERSON + "/households";
    String one = all + "/{household}";
    String member = one + "/members/{member}";
    return List.of(
        form(all + "/new", households::blank),
        change(all + "/new", households::found),
        form(one + "/edit", households::naming),
        change(one + "/edit", households::rename),
        form(one + "/members/new", households::joining),
        change(one + "/members/new", households::join),
        form(member + "/edit", households::edit),
        change(member + "/edit", households::correct),
        form(member + "/strike", households::striking),
        change(member + "/strike", households::strike));
  }

  private static Route form(String pattern, Route.Handler handler) {
    return Route.page(pattern, People.WRITE, handler);
  }

  /** The use case records the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, People.WRITE, handler).audited(Route.Audit.READ);
  }
}
