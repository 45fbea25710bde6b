/**
 * How the plan service gives whole documents. `operation`: it puts them together itself (`$document`). `stored`: it holds
 * them as Bundles that its DocumentReferences name; its ReSPECT forms are nowhere else. `include`: it holds Compositions
 * with all their sections and the resources they name, and the client puts them together.
 */
export type Offers = 'operation' | 'stored' | 'include';
