/** Case files with carers, agreements, stays and the staff assigned to them. */
package org.opora.registry.files.domain;
