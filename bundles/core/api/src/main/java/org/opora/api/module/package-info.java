/** What is installed. */
@Export
@Version("1.2.0")
package org.opora.api.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
