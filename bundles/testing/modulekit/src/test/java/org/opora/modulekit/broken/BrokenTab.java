package org.opora.modulekit.broken;

import java.util.List;
import org.opora.api.ids.CaseFileId;
import org.opora.api.web.spi.CaseTab;
import org.opora.api.web.spi.Navigation;

/** Sample of what stands where a sibling stands, with an icon that nobody has drawn. */
public final class BrokenTab implements CaseTab, Navigation {
  @Override
  public String id() {
    return "broken";
  }

  @Override
  public int order() {
    return 1;
  }

  @Override
  public String title() {
    return "module.title";
  }

  @Override
  public String permission() {
    return "broken.read";
  }

  @Override
  public String content(CaseFileId file) {
    return "/m/broken";
  }

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Navigation.Group.SERVICES, 1, "one", "unheard-of", "/m/broken", null),
        new Entry(Navigation.Group.SERVICES, 1, "two", "M3 3<b>", "/m/broken", null),
        new Entry(Navigation.Group.SERVICES, 2, "three", "M4 4l16 16", "/m/broken", null));
  }
}
