/** Families, case files, agreements and placements. */
@Export
@Version("3.5.0")
package org.opora.api.files;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
