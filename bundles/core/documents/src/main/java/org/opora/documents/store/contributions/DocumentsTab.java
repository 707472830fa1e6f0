package org.opora.documents.store.contributions;

import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.documents.DocumentsModule;
import org.osgi.service.component.annotations.Component;

/** The documents of one file, as the first tab among the papers of the case. */
@Component
public final class DocumentsTab implements CaseTab {
  private static final int PLACE = 60;

  @Override
  public String id() {
    return DocumentsModule.ID;
  }

  @Override
  public Group group() {
    return Group.PAPERS;
  }

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
  public String content(CaseFileId file) {
    return "/files/" + file + "/documents/part";
  }
}
