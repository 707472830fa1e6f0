package org.opora.registry.readiness.application;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.documents.DocumentIndex;
import org.opora.api.ids.CaseFileId;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What lies in files, as the store of documents says it while it is here. */
@Component(service = FiledDocuments.class)
public class FiledDocuments {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile DocumentIndex index;

  /** For the container. */
  public FiledDocuments() {}

  public FiledDocuments(DocumentIndex index) {
    this.index = index;
  }

  boolean here() {
    return index != null;
  }

  /** None without a store. */
  List<DocumentIndex.Held> of(Viewer viewer, CaseFileId file) {
    DocumentIndex now = index;
    return now == null ? List.of() : now.of(viewer, file);
  }
}
