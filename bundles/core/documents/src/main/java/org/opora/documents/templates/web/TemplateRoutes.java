package org.opora.documents.templates.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.documents.DocumentsModule;
import org.opora.documents.templates.application.FieldBook;
import org.opora.documents.templates.application.TemplateBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors of the templates. They name no client, so nothing that is shown is recorded. */
@Component
public final class TemplateRoutes implements RouteSet {
  private static final String ALL = "/house/templates";
  private static final String ONE = ALL + "/{template}";
  private static final String VERSION = ONE + "/versions/{version}";
  private final TemplatePages pages;

  @Activate
  public TemplateRoutes(
      @Reference TemplateBook book, @Reference FieldBook fields, @Reference Messages messages) {
    pages = new TemplatePages(book, fields, messages);
  }

  @Override
  public String module() {
    return DocumentsModule.ID;
  }

  @Override
  public List<Route> routes() {
    String may = DocumentsModule.TEMPLATES;
    return Stream.of(
            Route.page(ALL, may, pages::list),
            Route.page(ALL + "/fields", may, pages::fields),
            Route.page(ALL + "/new", may, pages::blank),
            Route.post(ALL, may, pages::add),
            Route.page(ONE, may, pages::show),
            Route.post(ONE + "/versions", may, pages::renew),
            Route.post(ONE + "/end", may, pages::end),
            Route.page(VERSION, may, pages::take),
            Route.page(VERSION + "/preview", may, pages::preview))
        .map(route -> route.method() == Route.Method.GET ? route.audited(Route.Audit.NONE) : route)
        .toList();
  }
}
