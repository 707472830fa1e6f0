/** The use cases of plans. */
package org.opora.registry.plans.application;
