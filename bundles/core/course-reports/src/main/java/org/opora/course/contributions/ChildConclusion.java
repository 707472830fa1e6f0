package org.opora.course.contributions;

import org.opora.api.reports.spi.ReportSection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The conclusion of the part about a child. */
@Component(service = ReportSection.class)
public final class ChildConclusion extends Conclusion {
  @Activate
  public ChildConclusion() {
    super(Scope.CHILD);
  }
}
