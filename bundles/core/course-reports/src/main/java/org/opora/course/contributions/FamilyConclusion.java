package org.opora.course.contributions;

import org.opora.api.reports.spi.ReportSection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The conclusion of the part about the family. */
@Component(service = ReportSection.class)
public final class FamilyConclusion extends Conclusion {
  @Activate
  public FamilyConclusion() {
    super(Scope.FAMILY);
  }
}
