/**
 * What rooms and modules bring to a report on the course of care: sections drafted from records.
 */
@Export
@Version("1.1.0")
package org.opora.api.reports.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
