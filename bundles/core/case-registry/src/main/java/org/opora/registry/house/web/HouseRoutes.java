package org.opora.registry.house.web;

import java.util.List;
import org.opora.api.bodies.Bodies;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.directory.web.BodyField;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.House;
import org.opora.registry.house.application.KeepingDesk;
import org.opora.registry.house.application.LawDesk;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.house.application.ServicesDesk;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Doors to the mandate and the settings. They show no client and are not recorded as read; the
 * preview of a decision lists families and is.
 */
@Component
public final class HouseRoutes implements RouteSet {
  private static final String MANDATE = "/house/mandate/{mandate}";
  private static final String STATE = MANDATE + "/states/{state}";
  private static final String INSURANCE = "/house/insurance/{insurance}";
  private static final String LATER = "/house/settings/later/{field}/{from}";
  private static final String FIGURE = "/house/law/{figure}/{from}";
  private final MandatePages mandates;
  private final InsuranceForms insurances;
  private final ServicePages services;
  private final CentrePages centre;
  private final ReadingPages readings;
  private final KeepingPages keeping;
  private final NumberPages numbers;
  private final LawPages law;

  @Activate
  public HouseRoutes(
      @Reference MandateDesk mandateDesk,
      @Reference ServicesDesk servicesDesk,
      @Reference CentreDesk centreDesk,
      @Reference ReadingsDesk readingsDesk,
      @Reference KeepingDesk keepingDesk,
      @Reference SettingsDesk settingsDesk,
      @Reference LawDesk lawDesk,
      @Reference LawShelf shelf,
      @Reference Bodies bodies,
      @Reference Messages messages) {
    Activities activities = new Activities(shelf, messages);
    mandates =
        new MandatePages(
            mandateDesk, servicesDesk, centreDesk, activities, new BodyField(bodies, messages));
    insurances = new InsuranceForms(mandateDesk);
    services = new ServicePages(servicesDesk, activities);
    centre = new CentrePages(centreDesk, readingsDesk, keepingDesk, settingsDesk);
    numbers = new NumberPages(settingsDesk);
    keeping = new KeepingPages(keepingDesk);
    readings = new ReadingPages(readingsDesk, messages);
    law = new LawPages(lawDesk, centreDesk);
  }

  @Override
  public String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        page("/house", House.READ, mandates::list),
        page("/house/mandate", House.READ, mandates::list),
        page("/house/mandate/new", House.WRITE, mandates::blank),
        post("/house/mandate/new", mandates::add),
        page(MANDATE, House.READ, mandates::show),
        page(MANDATE + "/edit", House.WRITE, mandates::edit),
        post(MANDATE + "/edit", mandates::amend),
        page(MANDATE + "/states/new", House.WRITE, mandates::blankState),
        post(MANDATE + "/states/new", mandates::change),
        page(STATE + "/edit", House.WRITE, mandates::editState),
        post(STATE + "/edit", mandates::amendState),
        page(STATE + "/notified", House.WRITE, mandates::askNotified),
        post(STATE + "/notified", mandates::notified),
        page("/house/insurance/new", House.WRITE, insurances::blank),
        post("/house/insurance/new", insurances::add),
        page(INSURANCE + "/edit", House.WRITE, insurances::edit),
        post(INSURANCE + "/edit", insurances::amend),
        page(INSURANCE + "/sent", House.WRITE, insurances::askSent),
        post(INSURANCE + "/sent", insurances::sent),
        page("/house/services/{service}", House.WRITE, services::edit),
        post("/house/services/{service}", services::tie),
        page("/house/settings", House.READ, centre::show),
        page("/house/settings/centre", House.WRITE, centre::edit),
        post("/house/settings/centre", centre::change),
        page(LATER, House.WRITE, centre::askBack),
        post(LATER, centre::takeBack),
        page("/house/settings/readings/{reading}", House.READ, readings::show),
        post("/house/settings/readings/{reading}", readings::choose).audited(Route.Audit.READ),
        page("/house/settings/keeping/{class}", House.READ, keeping::show),
        post("/house/settings/keeping/{class}", keeping::choose).audited(Route.Audit.READ),
        page(NumberPages.ONE, House.READ, numbers::show),
        post(NumberPages.ONE, numbers::decide),
        page("/house/law", House.READ, law::list),
        page(FIGURE, House.WRITE, law::ask),
        post(FIGURE, law::confirm),
        post("/house/law/withdraw/{confirmation}", law::withdraw));
  }

  private static Route page(String pattern, String permission, Route.Handler handler) {
    return Route.page(pattern, permission, handler).audited(Route.Audit.NONE);
  }

  private static Route post(String pattern, Route.Handler handler) {
    return Route.post(pattern, House.WRITE, handler).audited(Route.Audit.NONE);
  }
}
