import { parseTopology } from '../../src/integrations/topology-modules.ts';

/** A topology of an ECS service. */
export const ecs = await parseTopology(`
flowchart LR
  clients[Clients] -- requests --> balancer[Load balancer]
  subgraph cluster [ECS cluster]
    subgraph service [Service]
      task@{ shape: procs, label: "Task" }
    end
    subgraph instances [Container instances]
      instance@{ shape: procs, label: "Container instance" }
    end
  end
  balancer --> service

  class cluster ecs-cluster
  class service ecs-service
  class task ecs-task
  class instance ecs-container-instance
  class balancer elbv2-load-balancer
`);

/** A topology of a Kubernetes Deployment. */
export const eks = await parseTopology(`
flowchart LR
  you[kubectl] --> api[API server]
  subgraph control [Control plane]
    api
    subgraph controllers [Controllers]
      deployments[Deployment controller]
      replicaSets[ReplicaSet controller]
      scheduler[Scheduler]
    end
  end
  subgraph data [Data plane]
    subgraph deployment [Deployment]
      subgraph replicaSet [ReplicaSet]
        pod@{ shape: procs, label: "Pod" }
      end
    end
    subgraph workers [Node group]
      node@{ shape: procs, label: "Node" }
    end
  end
  api <--> controllers
  api <--> node

  class control eks-cluster
  class api k8s-api-server
  class deployments k8s-deployment-controller
  class replicaSets k8s-replica-set-controller
  class scheduler k8s-scheduler
  class workers eks-nodegroup
  class node k8s-node
  class deployment k8s-deployment
  class replicaSet k8s-replica-set
  class pod k8s-pod
`);
