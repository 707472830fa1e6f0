/** Disability and dependency on care. */
@Export
@Version("1.0.0")
package org.opora.api.disability;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
