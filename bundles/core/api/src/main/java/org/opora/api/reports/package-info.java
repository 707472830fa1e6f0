/** Reports on the course of care: what is written of families, and who gets it. */
@Export
@Version("1.0.0")
package org.opora.api.reports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
