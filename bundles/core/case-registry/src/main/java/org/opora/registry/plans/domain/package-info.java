/** Plans of stay of children and education plans of carers. */
package org.opora.registry.plans.domain;
