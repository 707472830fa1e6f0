package org.opora.documents.store.contributions;

import org.opora.api.ids.PersonId;
import org.opora.api.web.spi.PersonTile;
import org.opora.documents.DocumentsModule;
import org.osgi.service.component.annotations.Component;

/** The newest documents about somebody, on their page. */
@Component
public final class DocumentsTile implements PersonTile {
  private static final int PLACE = 140;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "module.title";
  }

  @Override
  public String permission() {
    return DocumentsModule.READ;
  }

  @Override
  public String content(PersonId person) {
    return "/people/" + person + "/documents/tile";
  }
}
