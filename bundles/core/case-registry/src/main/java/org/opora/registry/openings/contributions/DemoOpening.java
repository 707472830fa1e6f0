package org.opora.registry.openings.contributions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Roles;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.registry.openings.application.NewOpening;
import org.opora.registry.openings.application.OpeningDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Two files that are open to the inspector of the made-up centre for some days. */
@Component
public final class DemoOpening implements DemoChapter {
  private static final int FIRST = 2;
  private static final int SECOND = 7;
  private final CaseFiles files;
  private final Colleagues colleagues;
  private final OpeningDesk desk;

  @Activate
  public DemoOpening(
      @Reference CaseFiles files, @Reference Colleagues colleagues, @Reference OpeningDesk desk) {
    this.files = files;
    this.colleagues = colleagues;
    this.desk = desk;
  }

  @Override
  public String id() {
    return "opening";
  }

  @Override
  public void write(DemoCast cast) {
    Optional<StaffId> inspector = colleagues.having(Roles.INSPECTOR).stream().findFirst();
    if (inspector.isEmpty()) {
      return;
    }
    List<String> numbers =
        Stream.of(FIRST, SECOND)
            .map(cast::family)
            .map(family -> files.header(cast.director(), family.file()).number())
            .distinct()
            .toList();
    desk.open(
        cast.director(),
        new NewOpening(
            inspector.get(),
            cast.today(),
            desk.desk(cast.director()).last(),
            "Kontrola výkonu pověření, krajský úřad",
            "KUOP 1482/2026",
            numbers));
  }
}
