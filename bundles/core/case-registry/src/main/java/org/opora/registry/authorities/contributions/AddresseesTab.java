package org.opora.registry.authorities.contributions;

import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.osgi.service.component.annotations.Component;

/** Who gets the report on a family, as a tab of its case file beside the reports. */
@Component
public final class AddresseesTab implements CaseTab {
  private static final int PLACE = 67;

  @Override
  public String id() {
    return "addressees";
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
    return "addressees.title";
  }

  @Override
  public String permission() {
    return CaseFiles.READ;
  }

  @Override
  public String content(CaseFileId file) {
    return "/files/" + file + "/addressees";
  }
}
