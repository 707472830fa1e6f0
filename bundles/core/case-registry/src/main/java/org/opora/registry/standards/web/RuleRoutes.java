package org.opora.registry.standards.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.files.CaseFiles;
import org.opora.api.standards.InternalRules;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.standards.application.CarersDesk;
import org.opora.registry.standards.application.ReadersDesk;
import org.opora.registry.standards.application.RuleDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Doors to internal rules. Only those of a case file show clients; the others are not recorded as
 * read.
 */
@Component
public final class RuleRoutes implements RouteSet {
  private static final String RULE = "/rules/{rule}";
  private static final String VERSION = "/rules/versions/{version}";
  private static final String READER = "/rules/readers/{reader}";
  private static final String FILE = "/files/{file}/rules";
  private final RulePages rules;
  private final VersionForms versions;
  private final ReaderPages readers;
  private final CarerForms carers;

  @Activate
  public RuleRoutes(
      @Reference CaseFrame frame,
      @Reference RuleDesk desk,
      @Reference ReadersDesk readersDesk,
      @Reference CarersDesk carersDesk,
      @Reference CentreDesk centre,
      @Reference Messages messages) {
    rules = new RulePages(desk, messages);
    versions = new VersionForms(desk, readersDesk, centre);
    readers = new ReaderPages(desk, readersDesk, centre);
    carers = new CarerForms(frame, carersDesk, messages);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return Stream.of(papers(), words(), reading(), ofFiles()).flatMap(List::stream).toList();
  }

  private List<Route> papers() {
    return List.of(
        page("/rules", InternalRules.READ, rules::list),
        page("/rules/export", InternalRules.READ, rules::export),
        page("/rules/new", InternalRules.WRITE, rules::blank),
        post("/rules/new", InternalRules.WRITE, rules::add),
        page(RULE, InternalRules.READ, rules::show),
        page(RULE + "/edit", InternalRules.WRITE, rules::edit),
        post(RULE + "/edit", InternalRules.WRITE, rules::amend),
        page(RULE + "/end", InternalRules.WRITE, rules::ending),
        post(RULE + "/end", InternalRules.WRITE, rules::end),
        post(RULE + "/go-on", InternalRules.WRITE, rules::goOn));
  }

  private List<Route> words() {
    return List.of(
        page(RULE + "/versions/new", InternalRules.WRITE, versions::blank),
        post(RULE + "/versions/new", InternalRules.WRITE, versions::add),
        page(VERSION, InternalRules.READ, versions::show),
        page(VERSION + "/edit", InternalRules.WRITE, versions::edit),
        post(VERSION + "/edit", InternalRules.WRITE, versions::amend),
        post(VERSION + "/discard", InternalRules.WRITE, versions::discard),
        page(VERSION + "/issue", InternalRules.WRITE, versions::issuing),
        post(VERSION + "/issue", InternalRules.WRITE, versions::issue),
        post(VERSION + "/confirm", InternalRules.READ, versions::confirm));
  }

  private List<Route> reading() {
    return List.of(
        page(VERSION + "/readers", InternalRules.WRITE, readers::standing),
        page(VERSION + "/readers/export", InternalRules.WRITE, readers::export),
        page(VERSION + "/hand", InternalRules.WRITE, readers::handing),
        post(VERSION + "/hand", InternalRules.WRITE, readers::hand),
        page("/rules/open", InternalRules.WRITE, readers::owed),
        page("/rules/open/export", InternalRules.WRITE, readers::exportOwed),
        page(READER + "/paper", InternalRules.WRITE, readers::signing),
        post(READER + "/paper", InternalRules.WRITE, readers::sign),
        page(READER + "/withdraw", InternalRules.WRITE, readers::withdrawing),
        post(READER + "/withdraw", InternalRules.WRITE, readers::withdraw));
  }

  private List<Route> ofFiles() {
    return List.of(
        Route.page(FILE, CaseFiles.READ, carers::part),
        Route.page(FILE + "/new", CaseFiles.WRITE, carers::blank),
        Route.post(FILE + "/new", CaseFiles.WRITE, carers::hand).audited(Route.Audit.READ),
        Route.page(FILE + "/{handed}/withdraw", CaseFiles.WRITE, carers::striking),
        Route.post(FILE + "/{handed}/withdraw", CaseFiles.WRITE, carers::strikeOut)
            .audited(Route.Audit.READ));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, String permission, Route.Handler handler) {
    return Route.post(pattern, permission, handler).audited(Route.Audit.NONE);
  }
}
