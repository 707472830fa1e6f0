package org.opora.registry.course.contributions;

import java.util.EnumSet;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.views.application.ChildViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the child lets an authority read, and not its carers. */
@Component(service = ReportSection.class)
public final class ViewForAuthority extends ChildViewSection {
  @Activate
  public ViewForAuthority(@Reference ChildViews views, @Reference Messages messages) {
    super("child-view-authority", EnumSet.of(Reader.AUTHORITY), true, views, messages);
  }
}
