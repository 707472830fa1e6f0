package org.opora.documents.deliveries.web;

import java.util.List;
import org.opora.api.addressees.Addressees;
import org.opora.api.bodies.Bodies;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.documents.DocumentsModule;
import org.opora.documents.deliveries.application.DeliveryDesk;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.shared.web.AddresseeField;
import org.opora.documents.store.application.Shelf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors of deliveries. */
@Component
public final class DeliveryRoutes implements RouteSet {
  private static final String ALL = "/documents/{document}/deliveries";
  private static final String ONE = ALL + "/{delivery}";
  private final DeliveryPages pages;

  @Activate
  public DeliveryRoutes(
      @Reference DeliveryDesk desk,
      @Reference LetterDesk letters,
      @Reference Shelf shelf,
      @Reference CaseFiles files,
      @Reference Addressees addressees,
      @Reference Bodies bodies,
      @Reference People people,
      @Reference Centre centre,
      @Reference Messages messages) {
    pages =
        new DeliveryPages(
            desk,
            letters,
            shelf,
            files,
            new AddresseeField(addressees, bodies, people),
            centre,
            messages);
  }

  @Override
  public String module() {
    return DocumentsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(ALL, DocumentsModule.READ, pages::list),
        Route.post(ALL, DocumentsModule.WRITE, pages::put),
        Route.page(ONE, DocumentsModule.READ, pages::show),
        Route.post(ONE + "/delivered", DocumentsModule.WRITE, pages::delivered),
        Route.post(ONE + "/strike", DocumentsModule.WRITE, pages::strike));
  }
}
