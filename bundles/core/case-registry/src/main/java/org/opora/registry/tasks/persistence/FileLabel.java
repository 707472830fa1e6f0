package org.opora.registry.tasks.persistence;

import org.opora.api.ids.CaseFileId;

/** How a case file is named beside a task. */
public record FileLabel(CaseFileId id, String number, String familyName) {}
