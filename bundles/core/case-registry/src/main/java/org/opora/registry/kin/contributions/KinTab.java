package org.opora.registry.kin.contributions;

import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** Family and relatives of a case file. */
@Component
public final class KinTab implements CaseTab {
  private static final int PLACE = 40;

  @Override
  public String id() {
    return "family";
  }

  @Override
  public Group group() {
    return Group.FAMILY;
  }

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "kin.title";
  }

  @Override
  public String permission() {
    return CaseFiles.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/family";
  }
}
